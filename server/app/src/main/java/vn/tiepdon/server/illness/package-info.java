/** The ministry's list of illnesses (ICD-10): loading it, and finding in it as somebody types. */
package vn.tiepdon.server.illness;
