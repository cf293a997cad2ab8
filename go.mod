module github.com/woma-lang/woma

go 1.26
