/** What a patient card costs: commands, bytes and time at the reader, and many cards made one after the other. */
package vn.tiepdon.simulator.bench.patientcard;
