"""Drawings in SVG for the tests, each a text."""

LOGO = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
     xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="-10 -10 120 80" width="120mm" height="80mm">
  <title>Een school</title>
  <metadata><rdf xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#">x</rdf></metadata>
  <inkscape:grid spacing="1"/>
  <defs>
    <linearGradient id="unused"><stop offset="0"/></linearGradient>
    <g id="dot"><circle r="4" fill="currentColor"/></g>
  </defs>
  <rect x="-10" y="-10" width="120" height="80" fill="#f0e8d8"/>
  <path d="M0 0h40v30h-40z m10 10 v10 h20 v-10 z" fill="rgb(200,30,40)" fill-rule="evenodd"/>
  <g transform="translate(60 0) scale(2)" style="fill:none;stroke:navy;stroke-width:1.5;stroke-linejoin:round">
    <path d="M2,8 a8 8 0 0 1 16 0 s0 6 -8 10 q-8-4-8-10Z"/>
    <polyline points="2,20 10,24 18,20" stroke-linecap="round" stroke="green"/>
  </g>
  <ellipse cx="20" cy="50" rx="18" ry="8" fill="teal" stroke="black" stroke-width="2" stroke-dasharray="4 2"/>
  <rect x="45" y="38" width="20" height="20" rx="6" fill="orange" transform="rotate(45 55 48)"/>
  <polygon points="80,60 90,40 100,60" fill="purple"/>
  <line x1="70" y1="65" x2="105" y2="65" stroke="#333" stroke-width="3" stroke-linecap="square"/>
  <g color="crimson"><use xlink:href="#dot" x="76" y="44"/><use href="#dot" transform="translate(104 44)"/></g>
  <rect x="500" y="0" width="10" height="10" fill="lime"/>
  <g style="display:none"><text>weg</text></g>
</svg>
"""

FILTER = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <defs>
    <filter id="f"><feGaussianBlur stdDeviation="2"/></filter>
  </defs>
  <rect width="10" height="10"/>
  <circle cx="5" cy="5" r="4" filter="url(#f)" fill="red"/>
</svg>
"""


def svg(inside: str, view: str = "0 0 10 10", more: str = "") -> bytes:
    """A drawing with this in it; its first line is the root's."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}"{more}>\n{inside}\n</svg>'.encode()
