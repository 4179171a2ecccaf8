/** People and their identifiers with validity; who is who. */
package vn.tiepdon.server.patient;
