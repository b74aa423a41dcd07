# The commands of Vankien. Each is a line or two of plain Python; the README prints them for machines without make.
.NOTPARALLEL:
.PHONY: help app test check-slow wheelhouse audit hashes python browser

PYTHON ?= python3
RUN := .venv/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check
# Where `make wheelhouse` has gathered the packages, they come from that folder alone: the network may be off.
OFFLINE = $(if $(wildcard wheelhouse),--no-index --find-links wheelhouse)
INSTALL = $(PIP) install $(OFFLINE) --require-hashes
DOWNLOAD = $(PIP) download --require-hashes --no-deps --only-binary :all: --dest wheelhouse.part
# A Linux machine takes the build of torch without a graphics card where its index or its folder of wheels offers one.
CHOOSE_TORCH = case "$$(uname -s)" in Linux) ;; *) echo deploy/torch-cuda.txt; exit 0 ;; esac; \
	wanted=$$(sed -n 's/^\(torch==[^ ]*\).*/\1/p' deploy/torch-cpu.txt); \
	if $(PIP) install $(OFFLINE) --quiet --dry-run --ignore-installed --no-deps "$$wanted" >/dev/null 2>&1; \
	then echo deploy/torch-cpu.txt; else echo deploy/torch-cuda.txt; fi
# The browser of the tests, what Playwright's own program links to, a font with every Vietnamese letter, the reader of scans.
DEBIAN_PACKAGES := chromium libatomic1 fonts-dejavu-core tesseract-ocr tesseract-ocr-vie
export HF_HUB_DISABLE_TELEMETRY := 1

help:
	@echo "Vankien: tra cứu và hỏi đáp trên văn kiện của Đảng, ngay trên máy này."
	@echo ""
	@echo "  make app         cài đặt (lần đầu), đọc data/documents, lập chỉ mục, mở http://127.0.0.1:8501"
	@echo "  make test        kiểm tra toàn bộ: định dạng, kiểu, kiến trúc, các bài kiểm thử, trình duyệt"
	@echo "  make check-slow  chạy những bài kiểm thử dài"
	@echo "  make wheelhouse  gom mọi gói vào thư mục wheelhouse để cài đặt khi không có mạng"
	@echo "  make audit       soát các gói đã cài, giấy phép, khóa bí mật và tệp lạ; không cần mạng"
	@echo "  make hashes      ghi lại mã băm của mọi bản dựng, sau khi đổi một phiên bản; cần mạng"
	@echo ""
	@echo "Bước tiếp theo: gõ make app"

app: .venv/ready
	$(RUN) -m ingest add data/documents
	$(RUN) -m index build
	@echo "Vankien mở tại http://127.0.0.1:8501. Muốn dừng, nhấn Ctrl+C."
	$(RUN) -m streamlit run app.py

test: browser .venv/ready
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	$(RUN) -m pytest -m "not browser and not slow" -n 2
	$(RUN) -m pytest -m "browser and not slow"

check-slow: browser .venv/ready
	$(RUN) -m pytest -m slow

# Every package that is needed is named in the file, with its hashes: pip looks for no other, hence --no-deps.
wheelhouse: python
	@echo "Đang gom các gói vào thư mục wheelhouse. Việc này mất vài phút."
	$(PYTHON) -m venv .venv
	@torch=$$($(CHOOSE_TORCH)); $(DOWNLOAD) --requirement "$$torch"
	sed '/^torch==/,/[^\\]$$/d' constraints.txt > wheelhouse.part/constraints.txt
	$(DOWNLOAD) --requirement wheelhouse.part/constraints.txt
	rm wheelhouse.part/constraints.txt
	rm -rf wheelhouse && mv wheelhouse.part wheelhouse
	@echo "Đã gom xong. Khi không có mạng, hãy gõ: make app"

audit: .venv/ready
	$(RUN) -m bench.audit

hashes: .venv/ready
	$(RUN) -m bench.hashes

# Torch comes first and by its exact version: nothing else may choose another build of it.
.venv/ready: constraints.txt deploy/torch-cpu.txt deploy/torch-cuda.txt pyproject.toml | python
	@echo "Đang cài đặt các gói vào thư mục .venv (khoảng 2 GB). Lần đầu mất vài phút."
	$(PYTHON) -m venv .venv
	@torch=$$($(CHOOSE_TORCH)); $(INSTALL) --no-deps --requirement "$$torch"
	$(INSTALL) --requirement constraints.txt
	@touch $@

python:
	@command -v $(PYTHON) >/dev/null \
		|| { echo "Máy này chưa có Python. Hãy cài Python 3.11 trở lên rồi chạy lại."; exit 1; }
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" \
		|| { echo "Vankien cần Python 3.11 trở lên, máy này có $$($(PYTHON) --version)." \
		"Hãy cài bản mới rồi chạy lại, ví dụ: make app PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null \
		|| { echo "Python của máy này thiếu venv. Hãy chạy dòng sau rồi chạy lại:"; \
		echo "  sudo apt-get install -y python3-venv"; exit 1; }

browser:
	@needed=""; \
	if command -v dpkg-query >/dev/null; then \
		for package in $(DEBIAN_PACKAGES); do \
			dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null | grep -qx installed || needed="$$needed $$package"; \
		done; \
	else command -v chromium >/dev/null || needed=" $(DEBIAN_PACKAGES)"; \
	fi; \
	$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || needed="$$needed python3-venv"; \
	if [ -z "$$needed" ]; then exit 0; fi; \
	if [ "$$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$needed; \
	else \
		echo "Việc kiểm tra cần thêm vài gói của Debian. Hãy chạy dòng sau rồi gõ lại make test:"; \
		echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends$$needed"; \
		exit 1; \
	fi
