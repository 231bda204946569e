"""Outputs -> whether they show what their article says.

``proof``    same parts, same words     ``shown``    what the bytes of an output show
``pdftext``  text and addresses of a PDF
"""
