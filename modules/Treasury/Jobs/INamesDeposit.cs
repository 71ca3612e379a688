namespace Cryptocardium.Treasury.Jobs;

// An operator command about one deposit that depends on what the chain shows.
internal interface INamesDeposit
{
    string Deposit { get; }
}
