namespace Cryptocardium.Treasury.Deposits;

// What a look at the chain found: deposits that it took back before they were final, and deposits that were credited.
internal readonly record struct SettledDeposits(int Dropped, int Credited)
{
    public static SettledDeposits operator +(SettledDeposits left, SettledDeposits right) => new(left.Dropped + right.Dropped, left.Credited + right.Credited);
}
