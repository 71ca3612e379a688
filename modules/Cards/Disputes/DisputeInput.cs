using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Disputes;

internal static class DisputeInput
{
    public static readonly Error NotFound = new(Errors.ResourceNotFound) { Param = "dispute_id" };
}
