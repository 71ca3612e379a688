using Mediator;

namespace Cryptocardium.Treasury.Jobs;

// One payout's turn in a job. Whatever is wrong with it, the others have theirs; it is logged, set aside, and tried again later.
internal static class PayoutTry
{
    // Whether it got further.
    public static async ValueTask<bool> Run(ISender sender, string id, Func<ValueTask<bool>> attempt)
    {
        try
        {
            return await attempt();
        }
#pragma warning disable CA1031 // handed on to the command that logs it and writes down that it happened
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await sender.Send(new SetAsidePayout(id, exception), CancellationToken.None);
            return false;
        }
    }
}
