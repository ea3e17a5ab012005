using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace Retail.Rules.Facts;

/// <summary>SHA-256 in hexadecimal.</summary>
internal static class Hashing
{
    public static string Hex(MemoryStream content) => Hex(content.GetBuffer(), (int)content.Length);

    public static string Hex(string content) => Hex(Encoding.UTF8.GetBytes(content));

    public static string Hex(byte[] content) => Hex(content, content.Length);

    /// <summary>The hash of what is written to the stream that is given, none of which is kept.</summary>
    public static string HexOfWritten(Action<Stream> write)
    {
        using var sha = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write))
            write(stream);
        return ToHex(sha.Hash!);
    }

    private static string Hex(byte[] content, int length)
    {
#if NET8_0_OR_GREATER
        return ToHex(SHA256.HashData(content.AsSpan(0, length)));
#else
        using var sha = SHA256.Create();
        return ToHex(sha.ComputeHash(content, 0, length));
#endif
    }

    private static string ToHex(byte[] hash)
    {
        const string Digits = "0123456789abcdef";
        var text = new char[hash.Length * 2];
        for (var i = 0; i < hash.Length; i++)
        {
            text[2 * i] = Digits[hash[i] >> 4];
            text[2 * i + 1] = Digits[hash[i] & 15];
        }
        return new string(text);
    }
}
