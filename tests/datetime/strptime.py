# strptime: directives, digits that may be fewer, bad formats.
from datetime import datetime, date


def show(text, format):
    try:
        print(text, '|', format, '|', repr(datetime.strptime(text, format)))
    except ValueError as e:
        print(text, '|', format, '| ValueError:', e)


for text, format in (
    ('2024-02-29', '%Y-%m-%d'), ('2023-02-29', '%Y-%m-%d'), ('1/2/24 3:04 pm', '%m/%d/%y %I:%M %p'), ('12am', '%I%p'), ('12PM', '%I%p'),
    ('68', '%y'), ('69', '%y'), ('1', '%y'), ('Mon Jan  5 10:11:12 2015', '%c'), ('01/02/03', '%x'), ('23:59:60', '%X'), ('23:59:59', '%X'),
    ('2024 060', '%Y %j'), ('366', '%j'), ('2024 9 0', '%Y %U %w'), ('2024 9 1', '%Y %W %u'), ('2024 0 6', '%Y %U %w'), ('2020 53 5', '%G %V %u'),
    ('2020 1', '%G %V'), ('2020 1 1', '%Y %V %u'), ('2020 100', '%G %j'), ('123', '%H%M'), ('1234', '%H%M'), ('12345', '%H%M%S'), ('2712412214', '%d%m%Y%H%M'),
    ('12.5', '%S.%f'), ('12.123456', '%S.%f'), ('12.1234567', '%S.%f'), ('January', '%B'), ('JAN', '%b'), ('tuesday', '%A'), ('tue', '%a'),
    ('+0100', '%z'), ('-01:30', '%z'), ('Z', '%z'), ('z', '%z'), ('+01', '%z'), ('+0160', '%z'), ('+01:30:15.25', '%z'), ('GMT', '%Z'), ('utc +0000', '%Z %z'),
    ('5%', '%d%%'), ('a  b', 'a b'), ('ab', 'a b'), ('AB', 'ab'), ('2020', '%'), ('2020', '%Y%'), ('2020', '%Q'), ('x', '%Y'), ('2020x', '%Y'), ('', ''), ('', '%d'),
    (' 5', '%d'), ('2020 W1', '%G W%V'), ('٢٠٢٠', '%Y x'),
):
    show(text, format)
print(datetime.strptime('2024-05-06', '%Y-%m-%d').date() == date(2024, 5, 6))
