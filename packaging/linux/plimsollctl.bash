# bash completion for plimsollctl
# shellcheck shell=bash
# A test holds every word here against those that the program understands.

# Each of these sets what it finds in the variables of _plimsollctl.

_plimsollctl_options() {
    case $1 in
    '') words='--version' ;;
    new) words='--organisation --time-zone' ;;
    sample) words='--systems --answered' ;;
    'person add') words='--name --address --party --function' ;;
    'party add') words='--name --kind --contact' ;;
    'platform add') words='--name --kind --description' ;;
    'system inherit') words='--end' ;;
    'system add') words='--name --release --preset --role' ;;
    'system import') words='--preset --role --rename --dry-run' ;;
    status) words='--require --phase --assessment --check-evidence' ;;
    answer) words='--rationale --owner --due --approver --review-on --override-reason' ;;
    attach) words='--url --title --kind --covers --valid-until --approved-by --approved-on' ;;
    'assessment start' | 'assessment describe')
        words='--kind --period --assessor --independence --methods --readers --limitations --scope --exclusions'
        ;;
    'export pdf') words='--output --assessment --issued-to --purpose --replaces --replace' ;;
    'export package') words='--output --assessment --issued-to --purpose --replaces --replace --folder' ;;
    verify) words='--seal --head' ;;
    journal) words='--system --limit' ;;
    'catalogue show') words='--catalogue' ;;
    restore) words='--another-workspace --new-workspace' ;;
    *) words='' ;;
    esac
    words+=' --json --as --verbose --help'
}

_plimsollctl_after_option() {
    case $2 in
    --preset) words='chatbot-remote-llm predictive-fine-tuned llm-provider-api open-access-llm' ;;
    --role) words='developer system-operator data-custodian' ;;
    --require) words='shall all' ;;
    --phase) words='design development deployment maintenance end-of-life' ;;
    --kind)
        case $1 in
        attach) words='policy procedure implementation monitoring-and-review' ;;
        'party add') words='unit supplier customer authority other' ;;
        'platform add') words='organisation platform' ;;
        *) words='self-assessment internal-audit external-audit' ;;
        esac
        ;;
    --catalogue | --output | -o) files=yes ;;
    esac
}

# What follows a command, place by place; the last place may be taken again where dots follow it.
_plimsollctl_places() {
    case $1 in
    '') places=('tour new sample person party system platform status answer attach assessment export verify journal catalogue backup restore') ;;
    system) places=('add import inherit list') ;;
    person | party | platform) places=('add list') ;;
    assessment) places=('start describe close list') ;;
    export) places=('pdf package') ;;
    catalogue) places=('show check') ;;
    tour | new | sample | verify | journal | backup | 'system add' | 'system list' | 'person '* | 'party '* | 'platform '*) places=(FILE) ;;
    'system import' | restore) places=(FILE FILE) ;;
    status | 'assessment '*) places=(FILE ANY) ;;
    'system inherit') places=(FILE ANY ANY) ;;
    answer) places=(FILE ANY ANY 'met partly not-met not-applicable not-answered') ;;
    attach) places=(FILE ANY ANY FILE ...) ;;
    'export '*) places=(FILE ANY ...) ;;
    'catalogue show') places=(ANY) ;;
    'catalogue check') places=(FILE ...) ;;
    esac
}

_plimsollctl_at_place() {
    local places=() last
    _plimsollctl_places "$1"
    last=$((${#places[@]} - 1))
    if ((last >= 0)) && [[ ${places[last]} == ... && $2 -ge last ]]; then
        set -- "$1" $((last - 1))
    fi
    case ${places[$2]-} in
    '') _plimsollctl_options "$1" ;;
    FILE) files=yes ;;
    ANY) ;;
    *) words=${places[$2]} ;;
    esac
}

_plimsollctl() {
    local word=${COMP_WORDS[COMP_CWORD]} command='' option='' place=0 words='' files='' i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        =) ;;
        --json | --verbose | --help | --version | --rename | --dry-run | --replace | --folder | --another-workspace | --new-workspace | --end | --check-evidence) option='' ;;
        -*) option=${COMP_WORDS[i]} ;;
        *)
            if [[ -n $option ]]; then
                option=''
            elif [[ $command =~ ^(|person|party|system|platform|assessment|export|catalogue)$ ]]; then
                command+="${command:+ }${COMP_WORDS[i]}"
            else
                ((place += 1))
            fi
            ;;
        esac
    done
    [[ $word != = ]] || word=''

    if [[ -n $option ]]; then
        _plimsollctl_after_option "$command" "$option"
    elif [[ $word == -* ]]; then
        _plimsollctl_options "$command"
    else
        _plimsollctl_at_place "$command" "$place"
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    if [[ -n $files ]]; then
        compopt -o default
    fi
}
complete -F _plimsollctl plimsollctl
