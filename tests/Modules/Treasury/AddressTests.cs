using Cryptocardium.Treasury.Addresses;
using SimpleBase;

namespace Cryptocardium.Tests.Treasury;

public sealed class AddressTests
{
    // Examples of EIP-55.
    [Theory]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB")]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb")]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7")]
    [InlineData("0xde709f2102306220921060314715629080e2fb77")]
    [InlineData("0xdAC17F958D2ee523a2206206994597C13D831ec7")]
    [InlineData("0x55d398326f99059fF775485246999027B3197955")]
    public void Ethereum_addresses_carry_their_checksum_in_their_letters(string address) =>
        Assert.Equal(address, AddressFormat.Ethereum.Address(Convert.FromHexString(address[2..])));

    // The contract of USDT on Tron, and the zero address.
    [Theory]
    [InlineData("a614f803b6fd780986a42c78ec9c7f77e6ded13c", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t")]
    [InlineData("0000000000000000000000000000000000000000", "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb")]
    public void Tron_addresses_are_base58check(string hex, string address) =>
        Assert.Equal(address, AddressFormat.Tron.Address(Convert.FromHexString(hex)));

    // The first address of Bitcoin, and its zero address. Each leading zero byte becomes a leading 1.
    [Theory]
    [InlineData("0062e907b15cbf27d5425399ebf6f0fb50ebb88f18", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [InlineData("000000000000000000000000000000000000000000", "1111111111111111111114oLvT2")]
    public void Leading_zeros_are_kept(string hex, string text) =>
        Assert.Equal(text, Base58.Bitcoin.EncodeCheck(Convert.FromHexString(hex[2..]), Convert.FromHexString(hex)[0]));

    [Theory]
    [InlineData("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "Tron", "a614f803b6fd780986a42c78ec9c7f77e6ded13c")]
    [InlineData("T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb", "Tron", "0000000000000000000000000000000000000000")]
    [InlineData("0xdAC17F958D2ee523a2206206994597C13D831ec7", "Ethereum", "dac17f958d2ee523a2206206994597c13d831ec7")]
    [InlineData("0xdac17f958d2ee523a2206206994597c13d831ec7", "Ethereum", "dac17f958d2ee523a2206206994597c13d831ec7")]
    [InlineData("0xDAC17F958D2EE523A2206206994597C13D831EC7", "Ethereum", "dac17f958d2ee523a2206206994597c13d831ec7")]
    [InlineData("0x0000000000000000000000000000000000000000", "Ethereum", "0000000000000000000000000000000000000000")]
    public void An_address_is_read_as_its_bytes(string text, string format, string hex)
    {
        Assert.Null(AddressText.Read(text, out var read, out var address));
        Assert.Equal(format, read.ToString());
        Assert.Equal(RawAddress.From(Convert.FromHexString(hex)), address);
        Assert.Equal(format == "Tron" ? text : AddressFormat.Ethereum.Address(Convert.FromHexString(hex)), address.Text(read!.Value));
    }

    [Theory]
    [InlineData("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T", "Checksum")]
    [InlineData("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6", "Shape")]
    [InlineData("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj60", "Shape")]
    [InlineData("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj\u00e9t", "Shape")]
    [InlineData("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj\u8ba9t", "Shape")]
    [InlineData("T111111111111111111111111111111111", "Checksum")]
    [InlineData("T", "Shape")]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "Shape")]
    [InlineData("0xDAC17F958D2ee523a2206206994597C13D831ec7", "Checksum")]
    [InlineData("0xdAC17F958D2ee523a2206206994597C13D831ec", "Shape")]
    [InlineData("0xdAC17F958D2ee523a2206206994597C13D831ec70", "Shape")]
    [InlineData("0xgAC17F958D2ee523a2206206994597C13D831ec7", "Shape")]
    [InlineData("0XdAC17F958D2ee523a2206206994597C13D831ec7", "Shape")]
    [InlineData("dAC17F958D2ee523a2206206994597C13D831ec7", "Shape")]
    [InlineData("0x", "Shape")]
    [InlineData("", "Shape")]
    [InlineData("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "Shape")]
    public void An_invalid_address_says_why(string text, string flaw) =>
        Assert.Equal(flaw, AddressText.Read(text, out _, out _).ToString());

    // The checksum is valid, but the version byte is of another network.
    [Fact]
    public void Another_networks_base58_is_no_tron_address()
    {
        var text = Enumerable.Range(0, 256)
            .Select(version => Base58.Bitcoin.EncodeCheck(new byte[20], (byte)version))
            .First(text => text.StartsWith('T') && text.Length == 34 && text != "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb");
        Assert.Equal(AddressFlaw.Shape, AddressText.Read(text, out _, out _));
    }
}
