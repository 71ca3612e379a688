using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Contract;

namespace Cryptocardium.Treasury.Rails;

internal sealed class FundingHint(ChainRails rails) : IFundingHint
{
    public string? For(Mode mode) => rails.For(mode).IsSimulated
        ? "The chains are simulated: create_topup and simulate_deposit (POST /v1/simulate/topups/{topup_id}/deposit) add money."
        : null;
}
