/** The reception desk in a browser: find a patient, see and change what a doctor must know. */
package vn.tiepdon.server.desk;
