/** Cards, scanners and printers without hardware, behind the same plugs as the real ones. */
package vn.tiepdon.simulator;
