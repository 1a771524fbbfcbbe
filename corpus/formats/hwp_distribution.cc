// Jomun: the text of HWP 5 distribution documents, whose key is in the file.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/hwp_distribution.h"

#include <nettle/aes.h>

#include <cstdint>

#include "corpus/formats/extracted_text.h"
#include "corpus/formats/hwp_records.h"
#include "corpus/formats/little_endian.h"

namespace jomun {
namespace {

constexpr std::size_t hidden_bytes = 256;

// rand() of Microsoft's C library.
class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed) {}
  unsigned next() {
    state_ = state_ * 214013 + 2531011;
    return state_ >> 16U & 0x7FFFU;
  }

 private:
  std::uint32_t state_;
};

// The key stands at a place that depends on the seed, the first four bytes, and each byte is XORed with one of a sequence from it: a random
// byte, a random number of times.
std::string find_key(std::string_view hidden) {
  const std::uint32_t seed = little_endian_32(hidden, 0);
  const std::size_t begin = 4 + (seed & 0xFU);
  Random random(seed);
  std::string key;
  unsigned byte = 0, times = 0;
  for (std::size_t i = 0; i < begin + AES128_KEY_SIZE; ++i, --times) {
    if (times == 0) {
      byte = random.next() & 0xFFU;
      times = (random.next() & 0xFU) + 1;
    }
    if (i >= begin) key += static_cast<char>(static_cast<unsigned char>(hidden[i]) ^ byte);
  }
  return key;
}

}  // namespace

std::string decrypt_distribution(std::string_view stream) {
  HwpRecords records(stream);
  HwpRecord record;
  if (!records.next(record) || record.tag != HwpTag::distribution || record.data.size() != hidden_bytes)
    throw UnreadableFile("is damaged: a distribution document without key; ask for a copy in another format");
  const std::string key = find_key(record.data);
  const std::string_view encrypted = records.rest();
  std::string decrypted(encrypted.size() / AES_BLOCK_SIZE * AES_BLOCK_SIZE, '\0');
  aes128_ctx context;
  aes128_set_decrypt_key(&context, reinterpret_cast<const std::uint8_t*>(key.data()));
  aes128_decrypt(&context, decrypted.size(), reinterpret_cast<std::uint8_t*>(decrypted.data()),
                 reinterpret_cast<const std::uint8_t*>(encrypted.data()));
  return decrypted;
}

}  // namespace jomun
