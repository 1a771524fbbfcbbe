// Jomun: the compiled data of the Han bridge as part of the program.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The assembler takes the file as it is: as C++ source it would be 40 MB, and minutes to compile.
asm(".section .rodata\n"
    ".balign 16\n"
    ".global jomun_han_bridge_begin\n"
    ".hidden jomun_han_bridge_begin\n"
    "jomun_han_bridge_begin:\n"
    ".incbin \"" JOMUN_HAN_BRIDGE
    "\"\n"
    ".global jomun_han_bridge_end\n"
    ".hidden jomun_han_bridge_end\n"
    "jomun_han_bridge_end:\n"
    ".byte 0\n"
    ".previous\n");
