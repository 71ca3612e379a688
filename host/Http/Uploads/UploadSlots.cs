using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http.Uploads;

// Limits concurrent uploads: 64 in total, for disk and memory, and 16 per account, so that one account cannot use all slots.
internal sealed class UploadSlots
{
    public const int Most = 64;
    public const int MostOfAccount = 16;

    private readonly Lock gate = new();
    private readonly List<AccountId> taken = new(Most);

    /// <returns>A slot, to be disposed after the upload; null if none is free.</returns>
    public IDisposable? TryAcquire(AccountId account)
    {
        lock (gate)
        {
            if (taken.Count == Most || taken.Count(other => other == account) == MostOfAccount)
            {
                return null;
            }

            taken.Add(account);
            return new Slot(this, account);
        }
    }

    private sealed class Slot(UploadSlots slots, AccountId account) : IDisposable
    {
        private bool isReleased;

        public void Dispose()
        {
            lock (slots.gate)
            {
                isReleased = isReleased || slots.taken.Remove(account);
            }
        }
    }
}
