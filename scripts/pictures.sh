#!/usr/bin/env bash
# Makes the pictures of the documents anew: the gallery of posters from `dealbot render`, the three chats from the last rehearsal.
# Usage: bash scripts/demo.sh && bash scripts/pictures.sh. Needs chromium and ImageMagick besides; look at what comes out.
source "$(dirname "$0")/lib/common.sh"

parts=scripts/lib/pictures
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The goods: their pictures, and what is said of them.
goods='' images=''
while IFS='|' read -r name emoji label light dark rest; do
    printf '{ "emoji": "%s", "label": "%s", "light": "%s", "dark": "%s" }' "$emoji" "$label" "$light" "$dark" >"$work/goods.json"
    "$DEALBOT" render $parts/goods.sbn-svg --data "$work/goods.json" --out "$work/$name.jpg" >/dev/null
    images+="${images:+, }\"$name\": \"data:image/jpeg;base64,$(base64 -w0 "$work/$name.jpg")\""
    goods+="${goods:+, }\"$name\": \"$label|$light|$dark|$rest\""
done <$parts/goods.txt

# Arguments: template, time, goods in JSON, further members.
poster() {
    printf '{ "time": "%s", "wanted": [%s], "goods": { %s }, "images": { %s }%s }' "$2" "$3" "$goods" "$images" "${4:+, $4}" >"$work/wanted.json"
    "$DEALBOT" render $parts/post.sbn-txt --data "$work/wanted.json" >"$work/post.json"
    "$DEALBOT" render "templates/posters/$1.sbn-svg" --data "$work/post.json" --out "$work/$1.png" >/dev/null
    convert "$work/$1.png" -resize 375x -strip -quality 86 "docs/images/posters/$1.jpg"
}

poster campaign 08:30 '"shampoo"' '"campaign": "618 大促"'
poster campus 18:30 '"phones"'
poster classic 08:30 '"shampoo"'
poster compare 08:30 '"shampoo"'
poster countdown 08:30 '"shampoo"' '"ends": "06-20", "ends_time": "23:59", "ends_in_minutes": 3809'
poster courier 15:30 '"juice"'
poster fresh 08:30 '"apple"'
poster grid 12:30 '"shampoo", "apple", "paper", "juice", "phones", "pan", "bear", "wrench", "coffee"'
poster home 08:30 '"wrench"'
poster mama 15:30 '"bear"'
poster neighbour 19:30 '"paper"'
poster night 20:30 '"phones"'
poster ranking 12:30 '"paper", "shampoo", "phones", "apple", "juice"'
poster white 09:30 '"coffee"'

# Two groups and the digest of the last rehearsal, side by side.
page=out/rehearsal/picture.html
[ -e out/rehearsal/index.html ] || { say "No rehearsal in out/rehearsal: run bash scripts/demo.sh first."; exit 1; }
cat out/rehearsal/index.html $parts/chats.html >$page
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/browser" --window-size=1428,838 --screenshot="$work/chats.png" "file://$PWD/$page" >/dev/null 2>&1
rm -f $page
convert "$work/chats.png" -strip -quality 82 docs/images/group.jpg
