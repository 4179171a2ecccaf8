/** The check-in record that the law asks for (bảng trạng thái KCB, QĐ 4750/QĐ-BYT): made, judged, signed, sent. */
package vn.tiepdon.server.coverage.record;
