//! Tests of the whole: the data-driven suite, kernel tests, escapes.
