package vn.tiepdon.api.desk;

/** @param publicKey the key pair's public half, made inside the blank card: 65 bytes, uncompressed P-256 point */
public record NewCard(byte[] publicKey) {}
