module smoke

go 1.24

require (
	example.org/inventree/client v0.0.0
	gopkg.in/validator.v2 v2.0.1 // indirect
)

replace example.org/inventree/client => ./client
