namespace Cryptocardium.Treasury.Jobs;

// An operator's command about one deposit, decided by what its chain shows.
internal interface INamesDeposit
{
    string Deposit { get; }
}
