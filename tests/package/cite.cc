// Jomun: an example of the library: prints the citations of the clauses that a query finds.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: cite INDEX QUERY

#include <jomun/searcher/search.h>

#include <exception>
#include <iostream>

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::cerr << "usage: cite INDEX QUERY\n";
    return 2;
  }
  jomun::Searcher searcher({argv[1]});
  jomun::Request request;
  request.query = argv[2];
  const jomun::Result result = searcher.search(request);
  for (const jomun::Hit& hit : result.hits) std::cout << hit.clause.citation << '\n';
  return result.hits.empty() ? 1 : 0;
} catch (const std::exception& problem) {
  std::cerr << "cite: " << problem.what() << '\n';
  return 2;
}
