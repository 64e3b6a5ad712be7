#!/usr/bin/env bash
# Feeds the parsers and evaluators random input, with the address sanitizer watching.
# `scripts/fuzz.sh MINUTES [TARGET...]`; what it finds lies in .build/fuzz/crashes.
source "$(dirname "$0")/common.sh"

minutes=${1:-5}
shift || true
all=(json template jsonpath graphql ssml phone flow lab scenario)
targets=("${@:-${all[@]}}")
work=.build/fuzz
program=$work/ivr-fuzz
mkdir -p "$work" "$work/crashes"
# A trap would else wait minutes for a backtrace.
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=detect_leaks=0

[[ $minutes =~ ^[0-9]+$ ]] || stop "usage: make fuzz MINUTES=5 TARGET=template"

# The modules one after the other, each as an object file; libFuzzer brings the main.
compile() {
  local module=$1 sources
  shift
  mapfile -t sources < <(find "$@" -name '*.swift' | sort)
  nice swiftc -O -wmo -parse-as-library -swift-version 6 -sanitize=fuzzer,address \
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
    -enable-upcoming-feature MemberImportVisibility \
    -module-name "$module" -I "$work" -I Sources/System/CExpat \
    -I "$work/CICU" -I "$work/CPhone" \
    -emit-module -emit-module-path "$work/$module.swiftmodule" \
    -c -o "$work/$module.o" "${sources[@]}"
}

# Whether a module, or one below it, has changed since its object file was made.
isOld() { [[ ! -e $1 ]] || [[ -n $(find "${@:2}" -name '*.swift' -newer "$1" -print -quit) ]]; }

build() {
  # SwiftPM writes such maps for its targets of C.
  local module
  for module in CICU CPhone; do
    mkdir -p "$work/$module"
    printf 'module %s { header "%s" export * }\n' "$module" \
      "$PWD/Sources/System/$module/include/$module.h" >"$work/$module/module.modulemap"
  done
  clang -O1 -g -fsanitize=address -I Sources/System/CICU/include -c -o "$work/CICU.o" \
    Sources/System/CICU/CICU.c
  clang++ -std=c++17 -O1 -g -fsanitize=address -I Sources/System/CPhone/include \
    -c -o "$work/CPhone.o" Sources/System/CPhone/CPhone.cpp
  ! isOld "$work/IVRLanguages.o" Sources/IVRLanguages || compile IVRLanguages Sources/IVRLanguages
  ! isOld "$work/IVRCore.o" Sources/IVRLanguages Sources/IVRCore || compile IVRCore Sources/IVRCore
  ! isOld "$work/IVRFuzz.o" Sources/IVRLanguages Sources/IVRCore Tests/Fuzz ||
    compile IVRFuzz Tests/Fuzz
  swiftc -sanitize=fuzzer,address -o "$program" "$work"/{CICU,CPhone,IVRLanguages,IVRCore,IVRFuzz}.o \
    -licui18n -licuuc -lphonenumber -lprotobuf -lstdc++ 2>&1 |
    grep -v 'ld.gold' || true
}

if isOld "$program" Sources/IVRLanguages Sources/IVRCore Tests/Fuzz; then
  say "Building the fuzzer, which takes some minutes"
  build
  [[ -x $program ]] || stop "The fuzzer could not be linked."
fi
# No minutes at all means: see that it builds.
((minutes)) || exit 0
say "Gathering seeds"
python3 Tests/Fuzz/seeds.py "$work/seeds"

found=0
for target in "${targets[@]}"; do
  corpus=$work/corpus/$target
  mkdir -p "$corpus"
  dictionary=()
  [[ ! -e Tests/Fuzz/dictionaries/$target.dict ]] ||
    dictionary=(-dict="Tests/Fuzz/dictionaries/$target.dict")
  say "Fuzzing $target for $minutes minutes"
  IVR_FUZZ_TARGET=$target nice -n 10 timeout $((minutes * 60 + 120)) "$program" \
    -max_total_time=$((minutes * 60)) -timeout=20 -rss_limit_mb=3000 -max_len=4096 \
    -print_final_stats=1 -verbosity=0 -artifact_prefix="$work/crashes/$target-" \
    "${dictionary[@]}" "$corpus" "$work/seeds/$target" >"$work/$target.log" 2>&1 || {
    found=1
    say "$target: FOUND something; see $work/$target.log and $work/crashes"
    grep -E 'DOES NOT HOLD|ERROR|Test unit written' "$work/$target.log" | head -n 5
  }
  grep -E 'number_of_executed_units|average_exec' "$work/$target.log" | sed "s/^stat::/$target: /" || true
done
exit "$found"
