/** What kiosk, desk and server say to each other: records, paths and the catalogue of faults. Knows nobody. */
package vn.tiepdon.api;
