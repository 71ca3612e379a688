using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// The count of reveals is exact only if the reveals of an account are serialized, on all nodes.
internal static class RevealSql
{
    private static readonly Statement Lock = new("SELECT pg_advisory_xact_lock(@key)", "key");

    public static async ValueTask LockReveals(this UnitOfWork unit, AccountId account)
    {
        if (unit.Engine == Engine.Postgres)
        {
            var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"cards/reveal/{account.Value}"));
            await unit.Query(Lock, static _ => 0, BinaryPrimitives.ReadInt64BigEndian(hash));
        }
    }
}
