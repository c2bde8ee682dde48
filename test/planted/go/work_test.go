package main

import "testing"

func TestWork(t *testing.T) { work() }
