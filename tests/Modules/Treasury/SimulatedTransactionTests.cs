using Cryptocardium.Treasury.Simulator;

namespace Cryptocardium.Tests.Treasury;

public sealed class SimulatedTransactionTests
{
    [Fact]
    public void Signed_bytes_are_read_as_they_were_and_refused_when_one_bit_differs()
    {
        byte[] key = [1, 2, 3];
        var transfer = new SimulatedTransaction("acc_1:live:tron", 12, "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb", "USDT", "99000000", 6);
        var bytes = transfer.Sign(key);
        Assert.Equal(bytes, transfer.Sign(key));
        Assert.Equal(transfer, SimulatedTransaction.Read(bytes, key));
        Assert.Throws<InvalidDataException>(() => SimulatedTransaction.Read(bytes, [1, 2]));
        Assert.Throws<InvalidDataException>(() => SimulatedTransaction.Read([], key));
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 1;
            Assert.Throws<InvalidDataException>(() => SimulatedTransaction.Read(changed, key));
        }
    }
}
