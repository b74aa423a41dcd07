"""``python -m index``: build, search, ask, compare, tell what is similar and related."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.console import Parser, run, show_progress
from ingest.days import read_typed_day
from ingest.errors import LibraryError, MissingIndexError, QuestionError, ReadingError, UsageError

if TYPE_CHECKING:
    from index.query import Query
    from index.search import Searcher
    from ingest.store import Library

_SUITES = "laws, laws-unaccented, laws-en, notice, answers, decline hoặc feedback (đánh giá của người đọc)"
_FROM_DIGESTS = " (chạy ngay cũng được: khi ấy hỏi được về các văn bản trong danh mục, qua tóm lược)"


def main(arguments: Sequence[str]) -> int:
    """Exit code of the command in *arguments*."""
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    if rest and "question" in options and not any(word.startswith("-") for word in rest):
        question = " ".join((options.question or "", *rest)).strip()
        raise UsageError(f'Hãy đặt cả câu hỏi trong dấu nháy: python -m index {options.command} "{question}"')
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    code: int = options.act(options)
    return code


def _parser() -> argparse.ArgumentParser:
    from index.aligning.command import add_options as add_options_of_comparing  # here a Ctrl+C is answered
    from index.similar_command import add_options as add_options_of_similar

    parser = Parser("python -m index", "Chỉ mục và hỏi đáp: lập chỉ mục, tìm đoạn, hỏi.")
    commands = parser.add_subparsers(title="lệnh", metavar="LỆNH", required=True)

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, prog=f"python -m index {name}", description=words)

    build = command("build", "lập chỉ mục; chỉ xử lý phần mới")
    build.set_defaults(act=_build)
    for name, words in (("search", "tìm các đoạn gần với câu hỏi nhất"), ("ask", "hỏi; trả lời bằng đoạn nguyên văn")):
        asking = command(name, words)
        asking.add_argument("question", nargs="?", metavar="CÂU_HỎI", help="câu hỏi hoặc từ khóa, đặt trong dấu nháy")
        asking.add_argument("--from", dest="file", type=Path, metavar="TỆP", help="mỗi dòng của tệp là một câu hỏi")
        asking.add_argument("--json", action="store_true", help="in cho chương trình, mỗi câu hỏi một dòng JSON")
        asking.add_argument("--as-typed", action="store_true", help="tìm đúng như đã gõ, không diễn giải câu hỏi")
        only = "chỉ tìm theo điều kiện này của câu hỏi, như nam:2018; có thể lặp lại"
        asking.add_argument("--only", action="append", default=[], metavar="ĐIỀU_KIỆN", help=only)
        held_to = "bỏ qua văn bản đã được thay thế hoặc bãi bỏ; văn bản chưa rõ hiệu lực vẫn giữ và ghi rõ"
        asking.add_argument("--in-force", action="store_true", help=held_to)
        _add_as_of(asking)
        asking.set_defaults(act=_answer, command=name, explain=False)
        if name == "search":
            asking.add_argument("--explain", action="store_true", help="in các phần làm nên điểm của từng đoạn")
            _add_options_of_facets(asking)
            asking.add_argument("--limit", type=int, default=10, metavar="SỐ", help="số đoạn tối đa (mặc định 10)")
    add_options_of_comparing(command("compare", "so sánh hai văn bản từng điều, khoản: giống, sửa, chuyển, mới, bỏ"))
    add_options_of_similar(command("similar", "các đoạn của văn bản khác gần với một điều, khoản, đoạn"))
    _add_options_of_relating(
        command("related", "văn bản này căn cứ, dẫn, thay thế văn bản nào, và văn bản nào nói đến nó")
    )
    evaluating = command("eval", "đo chất lượng tìm kiếm trên một bộ câu hỏi có đáp án")
    evaluating.add_argument("--suite", required=True, metavar="BỘ", help=_SUITES)
    evaluating.add_argument("--corpus", type=Path, metavar="THƯ_MỤC", help="thư mục các luật (hoặc VANKIEN_CORPUS)")
    evaluating.add_argument("--questions", type=Path, metavar="TỆP", help="tệp câu hỏi khác, cùng dạng")
    evaluating.add_argument("--json", action="store_true", help="in cho chương trình, dạng JSON")
    evaluating.set_defaults(act=_evaluate)
    return parser


def _add_options_of_facets(searching: argparse.ArgumentParser) -> None:
    """Let everything that matches be counted and narrowed, in place of the nearest alone."""
    every = "đếm mọi đoạn khớp, theo loại, cơ quan, năm, hiệu lực, nguyên văn hay tóm lược, như trang Tìm kiếm"
    searching.add_argument("--facets", action="store_true", help=every)
    narrowed = "như --facets, và chỉ giữ đoạn có giá trị này: loai=Nghị quyết, nam=2018; có thể lặp lại"
    searching.add_argument("--filter", action="append", default=[], metavar="KHÓA=GIÁ_TRỊ", help=narrowed)


def _add_options_of_relating(relating: argparse.ArgumentParser) -> None:
    relating.add_argument("document", metavar="VĂN_BẢN", help="số ký hiệu, mã hoặc tên; có hay chưa có trong thư viện")
    relating.add_argument(
        "--hops", type=int, default=1, metavar="SỐ", help="kể cả văn bản cách 2 hoặc 3 quan hệ (mặc định 1)"
    )
    _add_as_of(relating)
    tree = "cây căn cứ (basis), hoặc chuỗi triển khai từ Trung ương đến cơ sở (implementation)"
    relating.add_argument("--tree", choices=("basis", "implementation"), metavar="CÂY", help=tree)
    relating.add_argument("--json", action="store_true", help="in cho chương trình, dạng JSON")
    relating.add_argument("--export", type=Path, metavar="TỆP", help="ghi vào tệp .csv (mở bằng Excel) hoặc .graphml")
    relating.set_defaults(act=_relate)


def _add_as_of(command: argparse.ArgumentParser) -> None:
    """Let *command* be told of which day it is asked."""
    words = "xét như thư viện vào ngày đó (01/5/2019 hoặc 2019-05-01): không kể văn bản ban hành sau"
    command.add_argument("--as-of", type=read_typed_day, metavar="NGÀY", help=words)


def _evaluate(options: argparse.Namespace) -> int:
    from index import describe
    from index.measuring import describe_evaluation
    from index.measuring.evaluate import evaluate
    from index.measuring.feedback import NAME, evaluate_feedback
    from index.measuring.suites import prepare, read_suite
    from index.settings import load_settings

    settings = load_settings()
    if options.suite == NAME:
        found = evaluate_feedback(settings)
    else:
        suite = read_suite(options.suite, settings, options.corpus, options.questions)
        prepare(suite, show_progress)
        found = evaluate(suite, progress=show_progress)
    print(
        describe.to_line(describe_evaluation.evaluation_to_json(found))
        if options.json
        else describe_evaluation.draw_evaluation(found)
    )
    return 0


def _relate(options: argparse.Namespace) -> int:
    from index import describe
    from index.describe_trees import find_trees, say_trees, trees_to_json
    from index.related import find_related, related_to_json, say_related
    from index.settings import load_settings
    from index.surroundings import FARTHEST
    from ingest.store import open_library

    if not 1 <= options.hops <= FARTHEST:
        raise UsageError(
            f"--hops phải là số từ 1 đến {FARTHEST}: xa hơn thì quá nhiều văn bản, hãy xem riêng từng văn bản."
        )
    with open_library(load_settings().home) as library:
        if options.tree:
            grown = find_trees(library, options.document, options.tree, options.as_of)
            print(describe.to_line(trees_to_json(grown)) if options.json else say_trees(grown))
            return 0
        if options.export:
            return _export(library, options)
        found = find_related(library, options.document, options.hops, options.as_of)
    print(describe.to_line(related_to_json(found)) if options.json else say_related(found))
    return 0


def _export(library: Library, options: argparse.Namespace) -> int:
    from index.relation_files import export_related

    count = export_related(library, options.document, options.hops, options.export, options.as_of)
    print(f"Đã ghi {count} quan hệ vào {options.export}.")
    return 0


def _build(_: argparse.Namespace) -> int:
    from index.build import build_index
    from index.settings import load_settings

    report = build_index(load_settings(), show_progress)
    held = f"{report.documents} văn bản, {report.passages} đoạn"
    if not report.documents:
        print(_say_nothing_held())
    elif report.built:
        print(f"Đã lập chỉ mục {held}; {report.embedded} đoạn mới, {report.seconds:.1f} giây.".replace(".", ",", 1))
    else:
        print(f"Chỉ mục đã mới nhất ({held}), không phải lập lại.")
    return 0


def _say_nothing_held() -> str:
    from ingest.describe import EMPTY_LIBRARY

    return f"{EMPTY_LIBRARY}, rồi chạy: python -m index build"


def _answer(options: argparse.Namespace) -> int:
    from index import describe

    if (options.question is None) == (options.file is None):
        raise UsageError("Hãy đưa một câu hỏi trong dấu nháy, hoặc tệp câu hỏi bằng --from TỆP.")
    if getattr(options, "limit", 1) < 1:
        raise UsageError("--limit phải là số từ 1 trở lên.")
    if options.question is not None:
        _check(options.question)
    questions = [options.question] if options.file is None else list(_read_questions(options.file))
    searcher = _open()
    if options.question is not None:
        _check_conditions(searcher, options)
    for question in questions:
        try:
            result = _ask(searcher, question, options)
        except QuestionError as error:
            if options.file is None:
                raise
            result = describe.to_line({"error": str(error)}) if options.json else f"{question}\n{error}\n"
        print(result, flush=True)
    return 0


def _check(question: str) -> None:
    """Refuse what cannot be asked before a model is loaded."""
    from index.query import check_question

    check_question(question)


def _check_conditions(searcher: Searcher, options: argparse.Namespace) -> None:
    """Refuse a condition that the question does not have; in a file each question takes those it has."""
    held = [condition.key for condition in searcher.understand(options.question, literal=options.as_typed).conditions]
    for key in options.only:
        if key not in held:
            choice = f"có thể chọn: {', '.join(held)}" if held else "không có điều kiện nào để chọn; hãy bỏ --only"
            raise UsageError(f"Câu hỏi không có điều kiện “{key}”: {choice}.")


def _read_questions(file: Path) -> Iterator[str]:
    """One question a line; line n answers line n, so blank lines are kept."""
    from ingest.readers import read_bytes, read_content

    content = read_bytes(file)
    if not content:
        raise ReadingError(file, "tệp rỗng", "Hãy ghi mỗi dòng một câu hỏi.")
    text = read_content(content, file).text.removesuffix("\n")
    yield from (line.removesuffix("\r") for line in text.split("\n"))


def _open() -> Searcher:
    from index.search import open_searcher
    from index.settings import load_settings
    from ingest.store import open_library

    settings = load_settings()
    try:
        searcher = open_searcher(settings)
    except MissingIndexError:
        with open_library(settings.home, settings.sight) as library:
            if library.documents():
                raise
        raise LibraryError(f"{_say_nothing_held()}{_FROM_DIGESTS}") from None
    pending = searcher.pending()
    if pending:
        names = "".join(f"  {name}\n" for name in pending)
        hint = "Hãy chạy: python -m index build"
        sys.stderr.write(f"{len(pending)} văn bản chưa lập chỉ mục:\n{names}{hint}\n")
    return searcher


def _ask(searcher: Searcher, question: str, options: argparse.Namespace) -> str:
    from index import describe
    from index.answering.explain import explain
    from index.ask import answer_question
    from index.query import Scope

    scope = Scope(options.in_force, options.as_of)
    if options.command == "ask":
        answer = answer_question(searcher, question, literal=options.as_typed, chosen=options.only, scope=scope)
        return describe.to_line(describe.answer_to_json(answer)) if options.json else describe.say(answer, options.only)
    query = searcher.understand(question, literal=options.as_typed, scope=scope)
    if options.facets or options.filter:
        return _search_all(searcher, query, options)
    hits = searcher.search(query, options.limit, options.only)
    explained = explain(searcher, query, hits) if options.explain or options.json else []
    if options.json:
        return describe.to_line(describe.hits_to_json(query, question, hits, explained))
    return describe.list_hits(query, hits, options.only, explained, bold=sys.stdout.isatty())


def _search_all(searcher: Searcher, query: Query, options: argparse.Namespace) -> str:
    from index import describe
    from index.describe_searching import read_choices, results_to_json, say_results
    from index.searching.matches import find_results

    chosen, found = read_choices(options.filter), find_results(searcher, query)
    if options.json:
        return describe.to_line(results_to_json(searcher, found, chosen, options.limit))
    return say_results(searcher, found, chosen, options.limit)


if __name__ == "__main__":
    sys.exit(run(main))
