package io.countypulse.testing.house;

interface LoanManager {}
