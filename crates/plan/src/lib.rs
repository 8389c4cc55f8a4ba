//! Which mechanism enforces which rule, given what a kernel offers.
