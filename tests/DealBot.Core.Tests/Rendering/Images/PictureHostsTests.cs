using System.Net;
using DealBot.Core.Rendering;
using DealBot.Core.Rendering.Images;

namespace DealBot.Core.Tests.Rendering.Images;

public class PictureHostsTests
{
    private static readonly PictureHosts Hosts = new(new ImageOptions());

    [TestCase("https://img14.360buyimg.com/n1/a.jpg")]
    [TestCase("http://img.pddpic.com/a.jpeg")]
    [TestCase("https://t00img.yangkeduo.com/goods/a.jpeg")]
    [TestCase("https://img.alicdn.com/i1/a.jpg")]
    [TestCase("https://a.vpimg2.com/a.jpg")]
    [TestCase("https://image.suning.cn/a.jpg")]
    [TestCase("https://IMG14.360BuyImg.com:443/a.jpg")]
    public void Image_hosts_of_the_networks_are_allowed(string url) => Assert.That(Hosts.Refuse(new Uri(url)), Is.Null);

    [TestCase("https://evil.example/a.png", "evil.example")]
    [TestCase("https://360buyimg.com.evil.example/a.png", "not among")]
    [TestCase("https://evil360buyimg.com/a.png", "not among")]
    [TestCase("https://360buyimg.com/a.png", "not among", Description = "the pattern is of its hosts, not of itself")]
    [TestCase("https://img14.360buyimg.com./a.png", "not among")]
    [TestCase("https://img14.360buyimg.com@evil.example/a.png", "user name")]
    [TestCase("https://img14.360buyimg.com:8443/a.png", "port 8443")]
    [TestCase("file:///etc/passwd", "not an http")]
    [TestCase("ftp://img14.360buyimg.com/a.png", "not an http")]
    [TestCase("data:image/png;base64,AAAA", "not an http")]
    public void Anything_else_is_refused_with_the_cause(string url, string cause) => Assert.That(Hosts.Refuse(new Uri(url)), Does.Contain(cause));

    [TestCase("8.8.8.8")]
    [TestCase("114.114.114.114")]
    [TestCase("172.32.0.1")]
    [TestCase("100.128.0.1")]
    [TestCase("2408:8756::1")]
    [TestCase("2a00::1")]
    public void Public_addresses(string address) => Assert.That(PublicAddress.Is(IPAddress.Parse(address)), Is.True);

    [TestCase("0.0.0.0")]
    [TestCase("10.1.2.3")]
    [TestCase("100.64.0.1")]
    [TestCase("127.0.0.1")]
    [TestCase("127.8.8.8")]
    [TestCase("169.254.169.254")]
    [TestCase("172.16.0.1")]
    [TestCase("172.31.255.255")]
    [TestCase("192.168.1.1")]
    [TestCase("198.18.0.1")]
    [TestCase("224.0.0.1")]
    [TestCase("255.255.255.255")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("::ffff:8.8.8.8")]
    [TestCase("64:ff9b::7f00:1")]
    [TestCase("fe80::1")]
    [TestCase("fc00::1")]
    [TestCase("fd12:3456::1")]
    [TestCase("ff02::1")]
    [TestCase("2001::1")]
    [TestCase("2001:db8::1")]
    [TestCase("2002:7f00:1::")]
    public void Addresses_outside_the_public_internet(string address) => Assert.That(PublicAddress.Is(IPAddress.Parse(address)), Is.False);
}
