/** Visits, diagnoses and chronic programmes. */
package vn.tiepdon.server.history;
