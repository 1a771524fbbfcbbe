// Jomun: tokens on their way to the sink, and the buffers their texts stand in.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/token_batch.h"

#include <algorithm>

namespace jomun {

void TokenBatch::start(TokenSink& sink) {
  sink_ = &sink;
  stopped_ = false;
  size_ = old_ = 0;
  text_ = texts_[buffer_].data();
  text_end_ = text_ + text_capacity - spare_bytes;
}

void TokenBatch::finish() {
  if (size_ > 0 && !stopped_) stopped_ = !sink_->accept({tokens_.data(), size_});
  size_ = old_ = 0;
}

void TokenBatch::hand_over() {
  const std::size_t leaving = std::max(old_, size_ - std::min(size_, kept));
  if (leaving > 0 && !stopped_) stopped_ = !sink_->accept({tokens_.data(), leaving});
  std::move(tokens_.data() + leaving, end(), tokens_.data());
  size_ -= leaving;
  old_ = size_;
  buffer_ = 1 - buffer_;
  text_ = texts_[buffer_].data();
  text_end_ = text_ + text_capacity - spare_bytes;
}

void TokenBatch::insert(std::size_t index, const Token& token) {
  if (index < old_) ++old_;  // the last of them moves up
  std::move_backward(tokens_.data() + index, end(), end() + 1);
  tokens_[index] = token;
  ++size_;
}

}  // namespace jomun
