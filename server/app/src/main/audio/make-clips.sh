#!/usr/bin/env bash
# Makes the spoken clips of the call screen with espeak-ng and sox, and writes them beside the other static files.
# usage: make-clips.sh [voice]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
out=$here/../resources/static/assets/audio
voice=${1:-vi}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

# A word alone begins and ends with silence: cut to a hair, so that words can be joined without gaps, then bring all to
# one loudness and fade the edges, so that the joints do not click.
clip() {
    local name=$1 speed=$2 text=$3
    espeak-ng -v "$voice" -s "$speed" -p 45 -a 160 -w "$work/$name.wav" -- "$text"
    sox "$work/$name.wav" -r 22050 -c 1 -C 5 "$out/$name.ogg" \
        silence 1 0.01 0.5% fade t 0.005 reverse silence 1 0.01 0.5% fade t 0.02 reverse \
        gain -6 highpass 80 norm -2 pad 0 "${4:-0.06}"
}

clip call 135 "Mời bệnh nhân số" 0.12
clip room 135 "vào phòng" 0.12

# Doors and numbers may carry letters.
letters=(a bê xê đê e ép giê hát "i ngắn" gi ca "e lờ" "em mờ" "en nờ" o pê quy "e rờ" "ét sì" tê u vê "vê kép" "ích xì" "i dài" dét)
names=(a b c d e f g h i j k l m n o p q r s t u v w x y z)
for i in "${!letters[@]}"; do
    clip "letter-${names[$i]}" 130 "${letters[$i]}"
done

digits=(không một hai ba bốn năm sáu bảy tám chín)
for i in "${!digits[@]}"; do
    clip "digit-$i" 130 "${digits[$i]}"
done
