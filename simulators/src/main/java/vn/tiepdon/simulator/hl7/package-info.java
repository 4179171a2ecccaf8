/** Another system of the hospital that speaks HL7 v2 over MLLP: sends samples, listens, and answers badly on demand. */
package vn.tiepdon.simulator.hl7;
