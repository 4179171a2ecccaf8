/** What the reception desk asks for. */
package vn.tiepdon.api.desk;
