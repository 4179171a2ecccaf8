#!/usr/bin/env bash
# Makes the spoken clips of the call screen with espeak-ng and sox, and writes them beside the other static files.
# ScreenPageTest measures what comes out, in a browser. usage: make-clips.sh [voice]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
out=$here/../resources/static/assets/audio
voice=${1:-vi}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
rm -f "$out"/*.ogg

# Of a word as it is heard, not of its loudest sample: "bảy" beside "một" must not fade away.
loudness=-15.5

# A word alone begins and ends with silence: cut to a hair, so that words can be joined without gaps, then bring all to
# one loudness and fade the edges, so that the joints do not click. A hair of silence after it lets words stay apart.
clip() {
    local name=$1 speed=$2 text=$3 pause=${4:-0.12}
    espeak-ng -v "$voice" -s "$speed" -p 45 -a 160 -w "$work/$name.wav" -- "$text"
    sox "$work/$name.wav" -r 22050 -c 1 "$work/$name.cut.wav" gain -6 highpass 80 \
        silence 1 0.01 0.6% reverse silence 1 0.01 0.6% reverse
    finish "$work/$name.cut.wav" "$name" "$pause"
}

finish() { # file name pause
    local is
    is=$(sox "$1" -n stats 2>&1 | awk '/^RMS lev dB/ { print $4 }')
    # The limiter cuts single peaks; what is coded afterwards overshoots a little: 2 dB are left for that.
    sox "$1" -C 5 "$out/$2.ogg" gain -l "$(awk "BEGIN { print $loudness + 2 - ($is) }")" gain -2 \
        fade t 0.004 0 0.015 pad 0 "$3"
}

# Two tones that fall by a third, before each call: whoever has stopped listening looks up.
sox -n -r 22050 -c 1 "$work/high.wav" synth 0.5 sine 784 fade l 0.005 0.5 0.45 gain -6
sox -n -r 22050 -c 1 "$work/low.wav" synth 0.7 sine 622 fade l 0.005 0.7 0.65 gain -6 pad 0.3
sox -m "$work/high.wav" "$work/low.wav" -C 5 "$out/chime.ogg" gain -n -8

clip call 125 "Mời bệnh nhân số"
clip into-clinic 125 "vào phòng khám số"
clip into-room 125 "vào phòng số"
clip into-counter 125 "đến quầy số"

# Doors and numbers may carry letters.
letters=(a bê xê đê e ép giê hát "i ngắn" di ca "e lờ" "em mờ" "en nờ" o pê quy "e rờ" "ét sì" tê u vê "vê kép" "ích xì" "i dài" dét)
names=(a b c d e f g h i j k l m n o p q r s t u v w x y z)
for i in "${!letters[@]}"; do
    clip "letter-${names[$i]}" 115 "${letters[$i]}"
done

digits=(không một hai ba bốn năm sáu bảy tám chín)
for i in "${!digits[@]}"; do
    clip "digit-$i" 115 "${digits[$i]}"
done

# Doors are counted: mười hai, hai mươi mốt, một trăm linh năm.
clip ten 115 "mười"
clip tens 115 "mươi"
clip hundred 115 "trăm"
clip odd 115 "linh"
clip one-after-tens 115 "mốt"
clip five-after-ten 115 "lăm"
