"""Vankien in the browser. Streamlit reads this file twice: as its server starts, and as the script of every page.

What the pages need is loaded with the first of them: the server itself starts without it.
"""

import streamlit as st

if __name__ == "__main__":  # a page
    from ui.site import main

    main()
else:  # the server
    from ui.doors.gate import Gate

    gate = Gate()
    app = st.App(__file__, middleware=gate.doors(), routes=gate.routes(), lifespan=gate.lifespan)
