using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Tests.Ledger;

public sealed class OwnerKeyTests
{
    private const string Owner = "acc_019e3f1188208f3a91b7c4d2";

    [Theory]
    [InlineData("U.avail", Mode.Live, 0x10411e75236f89a5L)]
    [InlineData("C.hold", Mode.Sandbox, 0x10411e75236f89a4L)]
    [InlineData("U.pend", Mode.Live, null)]
    [InlineData("A.chain", Mode.Live, null)]
    public void The_key_is_the_end_of_the_owners_id_and_the_book(string line, Mode mode, long? key) =>
        Assert.Equal(key, OwnerKey.Of(line, Owner, mode));
}
