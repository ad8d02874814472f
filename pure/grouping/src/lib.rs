//! Divide people into groups: wishes, mix, several rounds, repair, reasons
