namespace Cryptocardium.Treasury.Deposits;

// The numbers of deposits that an observation dropped and credited.
internal readonly record struct SettledDeposits(int Dropped, int Credited)
{
    public static SettledDeposits operator +(SettledDeposits left, SettledDeposits right) =>
        new(left.Dropped + right.Dropped, left.Credited + right.Credited);
}
