// Jomun tests: lexicons of other makers, and what their authors are told.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/lexicon_import.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "corpus/formats/extracted_text.h"
#include "corpus/lexicon_check.h"

namespace jomun {
namespace {

// "id: form (language), …" a line for each concept, and "LINE! what" for each problem.
std::string imported(std::string_view bytes) {
  std::vector<LexiconProblem> problems;
  std::string result;
  for (const Concept& entry : import_lexicon(bytes, problems)) {
    result += entry.id + ":";
    for (const LexiconForm& form : entry.forms) result += " " + form.text + " (" + form.language + ")";
    result += "\n";
  }
  for (const LexiconProblem& problem : problems) result += std::to_string(problem.line) + "! " + problem.what + "\n";
  return result;
}

TEST(LexiconImport, Tsv) {
  EXPECT_EQ(imported("# mine\nid\ten\tja\nsandbox\tregulatory sandbox\tサンドボックス|規制の砂場\nbad\ta\tb\tc\n"),
            "sandbox: regulatory sandbox (en) サンドボックス (ja) 規制の砂場 (ja)\n4! 4 columns where the header has 3; take out a tab\n");
}

TEST(LexiconImport, SolrSynonyms) {
  EXPECT_EQ(imported("# synonyms\nregulatory sandbox, 監理沙盒, 규제 샌드박스\nAI => artificial intelligence,人工智能\nR\\,D, "
                     "research\nalone\na => b => c\n"),
            "regulatory sandbox: regulatory sandbox (en) 監理沙盒 (zh-Hant) 규제 샌드박스 (ko)\n"
            "AI: AI (en) artificial intelligence (en) 人工智能 (zh-Hans)\n"
            "R,D: R,D (en) research (en)\n"
            "5! one form alone; write others behind it, parted by commas\n"
            "6! two arrows; write one => in a line\n");
}

constexpr std::string_view expected_skos =
    "sandbox: regulatory sandbox (en) 規制のサンドボックス (ja) 監理沙盒 (zh-Hant) 监管沙盒 (zh-Hans) 规制沙箱 (zh-Hans)\n"
    "audit: audit (en)\n";

TEST(LexiconImport, SkosInTurtle) {
  EXPECT_EQ(
      imported("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
               "@prefix ex: <https://example.org/terms#> .\n"
               "ex:sandbox a skos:Concept ; skos:prefLabel \"regulatory sandbox\"@en-GB , \"規制のサンドボックス\"@ja ;\n"
               "  skos:altLabel \"監理沙盒\"@zh-TW , \"监管沙盒\"@zh-Hans-CN , \"规制沙箱\"@zh ; skos:definition \"not a form\"@en .\n"
               "ex:audit skos:prefLabel \"audit\"@en ; skos:broader ex:sandbox .\n"),
      expected_skos);
}

TEST(LexiconImport, SkosInRdfXml) {
  EXPECT_EQ(
      imported(
          "<?xml version=\"1.0\"?>\n"
          "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\">\n"
          "<skos:Concept rdf:about=\"https://example.org/terms/sandbox\"><skos:prefLabel xml:lang=\"en\">regulatory "
          "sandbox</skos:prefLabel>"
          "<skos:prefLabel xml:lang=\"ja\">規制のサンドボックス</skos:prefLabel><skos:altLabel xml:lang=\"zh-hk\">監理沙盒</skos:altLabel>"
          "<skos:altLabel xml:lang=\"zh-CN\">监管沙盒</skos:altLabel><skos:hiddenLabel "
          "xml:lang=\"zh\">规制沙箱</skos:hiddenLabel></skos:Concept>\n"
          "<rdf:Description rdf:about=\"https://example.org/terms/audit\"><skos:prefLabel>audit</skos:prefLabel></rdf:Description>\n"
          "</rdf:RDF>\n"),
      expected_skos);
}

TEST(LexiconImport, WhatStandsBeforeAMistakeIsUsed) {
  const std::string result = imported(
      "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<urn:a> skos:prefLabel \"audit\"@en .\n<urn:b> skos:prefLabel oops .\n");
  EXPECT_EQ(result.find("urn:a: audit (en)\n3! "), 0U) << result;
}

TEST(LexiconImport, Tbx) {
  const std::string old =
      "<?xml version='1.0'?><martif type='TBX'><text><body><termEntry id='t1'>\n"
      "<langSet xml:lang='en'><tig><term>due <hi>process</hi></term></tig></langSet>"
      "<langSet xml:lang='ko'><ntig><termGrp><term>적법절차</term></termGrp></ntig></langSet></termEntry></body></text></martif>";
  EXPECT_EQ(imported(old), "t1: due process (en) 적법절차 (ko)\n");
  EXPECT_EQ(
      imported("<tbx xmlns='urn:iso:std:iso:30042:ed-2'><text><body><conceptEntry><langSec xml:lang='ja'><termSec><term>適正手続</term>"
               "</termSec></langSec></conceptEntry></body></text></tbx>"),
      "entry-1: 適正手続 (ja)\n");
  const std::string cut = imported(old.substr(0, old.find("<ntig>")));
  EXPECT_EQ(cut.find("t1: due process (en)\n2! the file is not well-formed XML"), 0U) << cut;
}

TEST(LexiconImport, WhatIsNone) {
  for (const std::string_view bytes :
       {"", " \n", "just one line\n", "# a comment\n", "<html><body>no, no</body></html>", "{\"a\": 1, \"b\": 2}\n"})
    EXPECT_THROW(imported(bytes), UnreadableFile) << bytes;
  EXPECT_EQ(imported("<?xml version='1.0'?><html/>").find("0! "), 0U);
}

// No network, no files: an entity of the system is not read.
TEST(LexiconImport, NothingElseIsOpened) {
  const std::string result = imported(
      "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>\n"
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:skos='http://www.w3.org/2004/02/skos/core#'>"
      "<rdf:Description rdf:about='urn:a'><skos:prefLabel>a&x;b</skos:prefLabel></rdf:Description></rdf:RDF>");
  EXPECT_TRUE(result.find("a: ab (") != std::string::npos || result.find("! ") != std::string::npos) << result;
}

RC_GTEST_PROP(LexiconImport, AnyBytes, (const std::string& bytes)) {
  for (const char* begin :
       {"", "id\ten\n", "a,b\n", "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n", "<?xml version='1.0'?><tbx>"}) {
    try {
      imported(begin + bytes);
    } catch (const UnreadableFile&) {
    }
  }
}

TEST(LexiconCheck, Ambiguities) {
  std::vector<LexiconProblem> problems;
  const std::vector<Concept> concepts = parse_lexicon(
      "id\ten\tzh-Hans\tnot-equal\nsafety\tsafety\t安全\tsecurity\nsecurity\tsecurity\t安全\nrules\tthe rule|Rules\t规则\n"
      "order\trules\t秩序\tnothing\nstocks\tsecurities\t证券\n",
      problems);
  std::string found;
  for (const LexiconProblem& problem : find_ambiguities(concepts)) found += std::to_string(problem.line) + "! " + problem.what + "\n";
  EXPECT_EQ(found,
            "5! order is not equal to nothing, which is no concept; correct the id\n"
            "5! rules (en) of order is also a form of rules in line 4; leave it to one, or say not-equal\n");
}

}  // namespace
}  // namespace jomun
