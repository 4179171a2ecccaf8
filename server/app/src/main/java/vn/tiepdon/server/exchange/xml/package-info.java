/**
 * Insurance files: the wrapper {@code GIAMDINHHS} of QĐ 130, 4750 and 3176/QĐ-BYT, and the tables XML1 to XML15 that it
 * carries in base64. Nothing is ever read of it as a whole.
 */
package vn.tiepdon.server.exchange.xml;
