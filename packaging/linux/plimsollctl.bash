# bash completion for plimsollctl
# shellcheck shell=bash

_plimsollctl() {
    local word=${COMP_WORDS[COMP_CWORD]} command='' i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        --as) ((i++)) ;;
        -*) ;;
        *) command+="${command:+ }${COMP_WORDS[i]}" ;;
        esac
    done

    local words=''
    case $command in
    '') words='tour new sample system status answer attach assessment export verify journal catalogue backup restore' ;;
    system) words='add import list' ;;
    'system add'*) words='--name --release --preset --role' ;;
    'system import'*) words='--preset --role --dry-run' ;;
    status*) words='--require --phase' ;;
    answer*)
        words='met partly not-met not-applicable not-answered --rationale --owner --due --approver --review-on --override-reason'
        ;;
    attach*)
        words='--url --title --kind --covers --valid-until --approved-by --approved-on'
        ;;
    assessment) words='start describe close' ;;
    'assessment start'* | 'assessment describe'*)
        words='--kind --period --assessor --independence --methods --readers --limitations --scope --exclusions'
        ;;
    export) words='pdf package' ;;
    'export pdf'*) words='--issued-to --purpose --replaces --replace --output' ;;
    'export package'*) words='--issued-to --purpose --replaces --replace --folder --output' ;;
    catalogue) words='show check' ;;
    new*) words='--organisation --time-zone' ;;
    sample*) words='--systems --answered' ;;
    verify*) words='--seal' ;;
    journal*) words='--system --limit' ;;
    restore*) words='--another-workspace' ;;
    'catalogue show'*) words='--catalogue' ;;
    esac
    if [[ $word == -* ]]; then
        words+=' --json --as --help'
        [[ -n $command ]] || words+=' --version'
    fi

    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    if [[ ${#COMPREPLY[@]} -eq 0 ]]; then
        compopt -o default
    fi
}
complete -F _plimsollctl plimsollctl
