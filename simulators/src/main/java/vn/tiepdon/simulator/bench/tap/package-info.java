/** Card presented to ticket bytes at the printer, beside the least that any kiosk would need. */
package vn.tiepdon.simulator.bench.tap;
