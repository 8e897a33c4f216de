// What the two halves of the shim share: screen.c shows, guard.c brings the terminal back.
#ifndef SCREEN_H
#define SCREEN_H
#include <errno.h>
#include <stddef.h>

#include "CNcurses.h"

void guard_prepare(void);
void guard_program_modes(void);
int guard_terminal(void);
#endif
