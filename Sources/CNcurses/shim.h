#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H
#define NCURSES_WIDECHAR 1 /* before ncurses.h, or the wide-character calls do not exist */
#define NCURSES_NOMACROS 1
#include <ncurses.h>
#include <locale.h>
#endif
