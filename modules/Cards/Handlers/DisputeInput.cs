using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Handlers;

internal static class DisputeInput
{
    public static readonly Error NotFound = new(Errors.ResourceNotFound) { Param = "dispute_id" };
}
