/** The whole hospital on one machine: to show it, and to see for oneself that it works. */
package vn.tiepdon.simulator.demo;
